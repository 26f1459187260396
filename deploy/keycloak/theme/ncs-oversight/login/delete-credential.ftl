<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("deleteCredentialTitle", credentialLabel)}
  <#elseif section = "form">
    <p>${msg("deleteCredentialMessage", credentialLabel)}</p>
    <form action="${url.loginAction}" method="post">
      <div class="app-buttons">
        <button type="submit" class="app-button" name="accept" id="kc-accept" value="yes">${msg("doConfirmDelete")}</button>
        <button type="submit" class="app-button app-button--secondary" name="cancel-aia" id="kc-decline" value="true">${msg("doCancel")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
