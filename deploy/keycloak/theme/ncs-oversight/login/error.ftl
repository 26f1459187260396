<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("errorTitle")}
  <#elseif section = "form">
    <p id="kc-error-message">${kcSanitize(message.summary)?no_esc}</p>
    <p>Start again from the product’s first page. If it happens again, tell the person who looks after accounts in your organisation.</p>
    <#if !skipLink?? && (client.baseUrl)?has_content><p><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
