// For CloudFront in front of S3: a function for viewer requests (runtime
// cloudfront-js-2.0). S3 knows files and no folders, and no redirects.
const moved = {
{{- range .Moves}}
  '{{.From}}': '{{.To}}',
{{- end}}
};

function leadOn(to) {
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };
}

function handler(event) {
  const request = event.request;
  if (Object.keys(moved).includes(request.uri)) return leadOn(moved[request.uri]);
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  else if (!request.uri.split('/').pop().includes('.')) return leadOn(request.uri + '/');
  return request;
}
