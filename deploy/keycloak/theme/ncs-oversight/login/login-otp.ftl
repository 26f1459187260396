<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
  <#if section = "header">${msg("loginOtpTitle")}
  <#elseif section = "form">
    <form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset class="app-group">
          <legend class="app-label">Which app?</legend>
          <#list otpLogin.userOtpCredentials as credential>
            <div class="app-check">
              <input type="radio" id="kc-otp-credential-${credential?index}" name="selectedCredentialId" value="${credential.id}"<#if credential.id == otpLogin.selectedCredentialId> checked</#if>>
              <label for="kc-otp-credential-${credential?index}">${credential.userLabel}</label>
            </div>
          </#list>
        </fieldset>
      </#if>
      <div class="app-group<#if messagesPerField.existsError('totp')> app-group--error</#if>">
        <label for="otp" class="app-label">${msg("loginOtpOneTime")}</label>
        <p id="otp-hint" class="app-hint">6 digits</p>
        <@fields.error id="otp" field="totp"/>
        <input id="otp" name="otp" type="text" class="app-input app-input--narrow" autocomplete="one-time-code" inputmode="numeric" autofocus aria-describedby="otp-hint<#if messagesPerField.existsError('totp')> otp-error</#if>"<#if messagesPerField.existsError('totp')> aria-invalid="true"</#if>>
      </div>
      <@fields.buttons label=msg("doLogIn") id="kc-login" name="login"/>
    </form>
  </#if>
</@layout.registrationLayout>
