// A passkey was made: on to the account, which says what is left to do.
document.addEventListener("otp_webauthn.register_complete", () => {
  window.location.assign(document.querySelector("[data-passkey-made]").dataset.passkeyMade);
});
