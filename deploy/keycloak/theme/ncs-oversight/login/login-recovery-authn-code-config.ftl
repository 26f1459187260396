<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("recovery-code-config-header")}
  <#elseif section = "form">
    <p>Each code signs you in once when you have no other second factor at hand, for instance because your phone is lost. Print them or put them into a password manager. <strong>You will not see them again.</strong></p>
    <ol id="kc-recovery-codes-list" class="app-codes">
      <#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code><li>${code[0..3]}-${code[4..7]}-${code[8..]}</li></#list>
    </ol>
    <form action="${url.loginAction}" id="kc-recovery-codes-settings-form" method="post">
      <input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
      <input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
      <input type="hidden" id="userLabel" name="userLabel" value="${msg("recovery-codes-label-default")}">
      <@fields.buttons label=msg("recovery-codes-action-complete") id="saveRecoveryAuthnCodesBtn"/>
    </form>
  </#if>
</@layout.registrationLayout>
