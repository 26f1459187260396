<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('recoveryCodeInput'); section>
  <#if section = "header">${msg("auth-recovery-code-header")}
  <#elseif section = "form">
    <form id="kc-recovery-code-login-form" action="${url.loginAction}" method="post" novalidate>
      <@fields.text id="recoveryCodeInput" label=msg("auth-recovery-code-prompt", recoveryAuthnCodesInputBean.codeNumber?c) field="recoveryCodeInput" autocomplete="off" focus=true/>
      <@fields.buttons label=msg("doLogIn") id="kc-login" name="login"/>
    </form>
  </#if>
</@layout.registrationLayout>
