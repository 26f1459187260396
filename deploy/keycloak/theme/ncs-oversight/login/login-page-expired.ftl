<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p>You can <a id="loginContinueLink" href="${url.loginAction}">go on where you were</a>, or <a id="loginRestartLink" href="${url.loginRestartFlowUrl}">start signing in again</a>.</p>
  </#if>
</@layout.registrationLayout>
