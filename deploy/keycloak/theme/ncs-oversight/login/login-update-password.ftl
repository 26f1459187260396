<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password','password-confirm'); section>
  <#if section = "header">${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
      <input type="text" name="username" value="${(auth.attemptedUsername)!''}" autocomplete="username" readonly hidden>
      <@fields.password id="password-new" label=msg("passwordNew") field="password" autocomplete="new-password" hint="At least 12 characters; three words that do not belong together are good. Not your user name, and not one that many people use." focus=true/>
      <@fields.password id="password-confirm" label=msg("passwordConfirm") field="password-confirm" autocomplete="new-password"/>
      <@fields.elsewhere/>
      <@fields.buttons label=msg("doSubmit") name="login"/>
    </form>
  </#if>
</@layout.registrationLayout>
