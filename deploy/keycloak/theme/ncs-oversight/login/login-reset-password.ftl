<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout displayInfo=true displayMessage=!messagesPerField.existsError('username'); section>
  <#if section = "header">${msg("emailForgotTitle")}
  <#elseif section = "info"><p>${msg("emailInstruction")}</p>
  <#elseif section = "form">
    <form id="kc-reset-password-form" action="${url.loginAction}" method="post" novalidate>
      <@fields.text id="username" label=msg("usernameOrEmail") field="username" value=(auth.attemptedUsername!'') autocomplete="username" focus=true/>
      <@fields.buttons label="Send the link"/>
      <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </form>
  </#if>
</@layout.registrationLayout>
