// Shows what is typed into a password field, and hides it again. Without scripts the button stays hidden.
for (const button of document.querySelectorAll("button[data-shows]")) {
  const field = document.getElementById(button.dataset.shows);
  button.hidden = false;
  button.addEventListener("click", () => {
    const show = field.type === "password";
    field.type = show ? "text" : "password";
    button.textContent = show ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-label", show ? button.dataset.labelHide : button.dataset.labelShow);
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
}
