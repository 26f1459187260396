<#-- What forms are made of: one text field, one password field, the buttons at the end. -->

<#macro error id field>
  <#if messagesPerField.existsError(field)><p id="${id}-error" class="app-error-message" role="alert"><span class="app-hidden">Error:</span> ${kcSanitize(messagesPerField.getFirstError(field))?no_esc}</p></#if>
</#macro>

<#macro text id label field value="" autocomplete="off" inputmode="text" hint="" narrow=false focus=false>
  <div class="app-group<#if messagesPerField.existsError(field)> app-group--error</#if>">
    <label for="${id}" class="app-label">${label}</label>
    <#if hint?has_content><p id="${id}-hint" class="app-hint">${hint}</p></#if>
    <@error id=id field=field/>
    <input id="${id}" name="${id}" type="text" class="app-input<#if narrow> app-input--narrow</#if>" value="${value}" autocomplete="${autocomplete}" inputmode="${inputmode}" spellcheck="false" autocapitalize="none"<#if focus> autofocus</#if><#if messagesPerField.existsError(field)> aria-invalid="true" aria-describedby="${id}-error"<#elseif hint?has_content> aria-describedby="${id}-hint"</#if>>
  </div>
</#macro>

<#macro password id label field autocomplete hint="" focus=false>
  <div class="app-group<#if field?has_content && messagesPerField.existsError(field)> app-group--error</#if>">
    <label for="${id}" class="app-label">${label}</label>
    <#if hint?has_content><p id="${id}-hint" class="app-hint">${hint}</p></#if>
    <#if field?has_content><@error id=id field=field/></#if>
    <div class="app-password">
      <input id="${id}" name="${id}" type="password" class="app-input" autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"<#if focus> autofocus</#if><#if field?has_content && messagesPerField.existsError(field)> aria-invalid="true" aria-describedby="${id}-error"<#elseif hint?has_content> aria-describedby="${id}-hint"</#if>>
      <button type="button" class="app-button app-button--secondary app-password__show" hidden data-shows="${id}" aria-label="${msg("showPassword")}" data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}" data-show="${msg("show")}" data-hide="${msg("hide")}">${msg("show")}</button>
    </div>
  </div>
</#macro>

<#macro elsewhere>
  <div class="app-group app-check">
    <input type="checkbox" id="logout-sessions" name="logout-sessions" value="on" checked>
    <label for="logout-sessions">${msg("logoutOtherSessions")}</label>
  </div>
</#macro>

<#macro buttons label id="kc-submit" name="">
  <div class="app-buttons">
    <button type="submit" class="app-button" id="${id}"<#if name?has_content> name="${name}" value="${label}"</#if>>${label}</button>
    <#if isAppInitiatedAction??><button type="submit" class="app-button app-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
  </div>
</#macro>
