<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp','userLabel'); section>
  <#if section = "header">${msg("loginTotpTitle")}
  <#elseif section = "form">
    <p>An app on your phone or computer shows a new code every ${totp.policy.period} seconds. When you sign in, you enter the code after your password, so that nobody can sign in with your password alone.</p>
    <ol class="app-steps">
      <li>Install an authenticator app if you have none, for instance <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list>.</li>
      <#if mode?? && mode = "manual">
        <li>Type this key into the app: <strong id="kc-totp-secret-key" class="app-code">${totp.totpSecretEncoded}</strong>. If it asks: by time, ${totp.policy.digits} digits, every ${totp.policy.period} seconds, ${totp.policy.getAlgorithmKey()}. <a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></li>
      <#else>
        <li>Scan this square with the app. <img class="app-qr" id="kc-totp-secret-qr-code" src="data:image/png;base64,${totp.totpSecretQrCode}" alt="A square to scan. The next link shows the same as a key to type."> <a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></li>
      </#if>
      <li>Enter the code that the app shows.</li>
    </ol>
    <form action="${url.loginAction}" id="kc-totp-settings-form" method="post" novalidate>
      <@fields.text id="totp" label=msg("authenticatorCode") field="totp" autocomplete="one-time-code" inputmode="numeric" hint="${totp.policy.digits} digits" narrow=true/>
      <@fields.text id="userLabel" label=msg("loginTotpDeviceName") field="userLabel" hint="To tell it from others you may set up"/>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
      <@fields.elsewhere/>
      <@fields.buttons label=msg("doSubmit") id="saveTOTPBtn"/>
    </form>
  </#if>
</@layout.registrationLayout>
