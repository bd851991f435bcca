"use strict";

const setBusy = (form, busy) => {
  for (const control of form.elements) {
    if (control.type === "submit") control.disabled = busy;
  }
};

const release = () => {
  for (const form of document.forms) setBusy(form, false);
};

const LONGEST = 2000;
const HEAVY = 1200000;

const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString("id", { maximumFractionDigits: 1 })} MB`;

const drawn = (image, scale) => {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const brush = canvas.getContext("2d");
  brush.fillStyle = "white";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
};

// Still legible; the file itself if that fails or saves nothing.
const shrunk = async (file) => {
  if (!file.type.startsWith("image/")) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    if (scale === 1 && file.size <= HEAVY) return file;
    const smaller = await drawn(image, scale);
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
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
    return `Berkas lebih besar dari ${megabytes(max)}. Pilih berkas yang lebih kecil.`;
  };

  const show = (share, told) => {
    bar.value = share;
    const words = share < 1 ? `Mengunggah… ${Math.floor(share * 10) * 10}%` : "Terunggah 100%. Mohon tunggu…";
    if (status.textContent !== told + words) status.textContent = told + words;
  };

  const send = (file, name, told) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", file, name);

    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) show(event.loaded / event.total, told);
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
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    setBusy(form, true);
    const chosen = input.files[0];
    const file = chosen && (await shrunk(chosen));
    const message = problem(file);
    complain(message);
    if (message) {
      setBusy(form, false);
      input.focus();
      return;
    }
    const told = file === chosen ? "" : `Foto diperkecil dari ${megabytes(chosen.size)} menjadi ${megabytes(file.size)}. `;
    bar.hidden = false;
    show(0, told);
    send(file, chosen.name, told);
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
