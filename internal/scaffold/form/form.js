// Starts the form, which is Sveltia CMS in the folder beside this file.
const main = document.querySelector('main');
main.lastElementChild.textContent = 'One moment…';
import('./sveltia/index.js').then(
  ({ init }) => {
    main.remove();
    return init();
  },
  () => { main.lastElementChild.textContent = 'The script of the form is not here: localoffer new cms says how to fetch it.'; },
);
