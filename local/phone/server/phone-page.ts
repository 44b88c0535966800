/** The page one phone lives in; everything in it is made by the runtime. */
export const PHONE_PAGE = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, user-scalable=no">
<title>Phone</title>
<link rel="icon" href="data:,">
<link rel="preload" href="/phone/package.json" as="fetch" crossorigin="anonymous">
</head>
<body><script src="/phone/runtime.js"></script></body>
</html>
`
