"use strict";

const setBusy = (form, busy) => {
  for (const control of form.elements) {
    if (control.type === "submit") control.disabled = busy;
  }
};

const release = () => {
  for (const form of document.forms) setBusy(form, false);
};

const enhanceUpload = (form) => {
  const { action, fields, after, max } = JSON.parse(form.dataset.upload);
  const input = form.elements.file;
  const field = input.closest(".field");
  const error = field.querySelector(".error");
  const bar = form.querySelector("progress");
  const status = form.querySelector("[role=status]");

  const complain = (message) => {
    bar.hidden = true;
    status.textContent = "";
    error.textContent = message;
    error.hidden = !message;
    field.classList.toggle("wrong", Boolean(message));
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };

  const problem = (file) => {
    if (!file || file.size === 0) return "Pilih berkas terlebih dahulu.";
    if (file.size <= max) return "";
    const limit = Number((max / 1048576).toFixed(1)).toLocaleString("id");
    return `Berkas lebih besar dari ${limit} MB. Pilih berkas yang lebih kecil.`;
  };

  const show = (share) => {
    bar.value = share;
    const words = share < 1 ? `Mengunggah… ${Math.floor(share * 10) * 10}%` : "Terunggah 100%. Mohon tunggu…";
    if (status.textContent !== words) status.textContent = words;
  };

  const send = (file) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", file);

    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) show(event.loaded / event.total);
    });
    request.addEventListener("loadend", () => {
      if (request.status >= 200 && request.status < 300) {
        location.assign(after);
        return;
      }
      setBusy(form, false);
      complain("Unggahan gagal. Periksa sambungan Anda, lalu coba lagi.");
    });
    request.open("POST", action);
    request.send(body);
  };

  form.noValidate = true;
  input.addEventListener("change", () => complain(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = input.files[0];
    const message = problem(file);
    complain(message);
    if (message) {
      input.focus();
      return;
    }
    setBusy(form, true);
    bar.hidden = false;
    show(0);
    send(file);
  });
};

const copy = async (button) => {
  const source = document.getElementById(button.dataset.copy);
  const told = button.nextElementSibling ?? button;
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    told.textContent = "Disalin.";
  } catch {
    getSelection().selectAllChildren(source);
    source.select?.();
    told.textContent = "Teks sudah ditandai. Salin sekarang.";
  }
};

document.documentElement.classList.add("js");
document.querySelectorAll("form[data-upload]").forEach(enhanceUpload);

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.target) return;
  setTimeout(setBusy, 0, event.target, true);
  setTimeout(setBusy, 10000, event.target, false);
});
window.addEventListener("pageshow", release);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy], [data-print]");
  if (!button) return;
  if ("print" in button.dataset) window.print();
  else copy(button);
});

const refresh = document.querySelector("[data-refresh]");
if (refresh && !document.querySelector("meta[http-equiv=refresh]")) {
  setTimeout(() => { if (refresh.isConnected) location.reload(); }, refresh.dataset.refresh * 1000);
}
