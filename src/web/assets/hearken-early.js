// Runs before the page is drawn: says to the stylesheets that scripts work. A file of its own because the content
// security policy allows no script inside a page.
document.body.className +=
  ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
