<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form id="kc-form-login" action="${url.loginAction}" method="post" novalidate>
      <#if !usernameHidden??>
        <@fields.text id="username" label=realm.loginWithEmailAllowed?then(msg("usernameOrEmail"), msg("username")) field="username" value=(login.username!'') autocomplete="username" focus=true/>
      </#if>
      <@fields.password id="password" label=msg("password") field=(usernameHidden??)?then("password", "") autocomplete="current-password" focus=(usernameHidden??)/>
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!''}">
      <@fields.buttons label=msg("doSignIn") id="kc-login" name="login"/>
      <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
    </form>
  </#if>
</@layout.registrationLayout>
