<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign heading><#nested "header"></#assign>
<#assign homeUrl = (client.baseUrl)!"">
<#assign failed = (message?has_content && message.type = 'error')>
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title><#if failed || (messagesPerField?? && messagesPerField.existsError('username','password','password-confirm','totp','userLabel','recoveryCodeInput'))>Error: </#if>${heading?markup_string?replace('<[^>]*>', '', 'r')?trim?no_esc} – NCS Oversight</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="theme-color" content="#12436d">
  <meta name="robots" content="noindex">
  <link rel="icon" href="${url.resourcesPath}/img/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/css/sign-in.css">
  <#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/show-password.js"></script>
</head>
<body data-page-id="login-${pageId}">
  <a href="#main-content" class="app-skip-link">Skip to main content</a>
  <header class="app-header">
    <div class="app-width app-header__container">
      <#if homeUrl?has_content><a href="${homeUrl}" class="app-header__name">NCS Oversight</a><#else><span class="app-header__name">NCS Oversight</span></#if>
    </div>
  </header>
  <div class="app-width">
    <main class="app-main" id="main-content" tabindex="-1">
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <#if failed>
        <div class="app-error-summary" role="alert">
          <h2 class="app-error-summary__title">There is a problem</h2>
          <p>${kcSanitize(message.summary)?no_esc}</p>
        </div>
        <#else>
        <p class="app-inset" role="status">${kcSanitize(message.summary)?no_esc}</p>
        </#if>
      </#if>
      <h1 class="app-heading">${heading}</h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <p id="kc-username">You are signing in as <strong id="kc-attempted-username">${auth.attemptedUsername}</strong>. <a href="${url.loginRestartFlowUrl}" id="reset-login">This is not me</a></p>
      </#if>
      <#if displayInfo><div class="app-lead"><#nested "info"></div></#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button type="submit" class="app-link-button" id="try-another-way">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#nested "socialProviders">
    </main>
  </div>
  <footer class="app-footer">
    <div class="app-width">
      <h2 class="app-footer__title">Help with signing in</h2>
      <ul>
        <li>Accounts are given by the person who looks after them in your organisation, usually a provider lead, or by an administrator of this service.</li>
        <li><#if realm.resetPasswordAllowed>If you have forgotten your password, choose “I have forgotten my password” where you enter it.<#else>If you have forgotten your password, ask that person for a new one-time password. This installation cannot send emails.</#if></li>
        <li>If you have lost your phone or passkey, use a recovery code, or ask that person to remove your second factor.</li>
      </ul>
      <#if homeUrl?has_content><p><a href="${homeUrl}">Go back to NCS Oversight</a></p></#if>
    </div>
  </footer>
</body>
</html>
</#macro>
