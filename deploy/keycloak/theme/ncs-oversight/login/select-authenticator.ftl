<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("loginChooseAuthenticator")}
  <#elseif section = "form">
    <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
      <#list auth.authenticationSelections as selection>
        <button class="app-choice" type="submit" name="authenticationExecution" value="${selection.authExecId}"><span class="app-choice__name">${msg('${selection.displayName}')}</span> <span class="app-choice__help">${msg('${selection.helpText}')}</span></button>
      </#list>
    </form>
  </#if>
</@layout.registrationLayout>
