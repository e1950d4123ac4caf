// How far an upload is. Without this script the form sends the same, and the page with the result comes at the end.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.id !== "add") return;
  event.preventDefault();
  const place = document.getElementById("progress");
  const label = place.querySelector("label");
  const bar = place.querySelector("progress");
  const button = form.querySelector("button");
  const word = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const sent = new FormData(form);
  sent.set("word", word);
  const size = [...sent.values()].reduce((sum, value) => sum + (value.size ?? value.length), 0);

  function tell(words, done, total) {
    label.textContent = total ? `${words} (${done} / ${total})` : words;
    if (total) [bar.max, bar.value] = [total, done];
    else bar.removeAttribute("value");
  }
  function failed() {
    clearInterval(asking);
    tell(place.dataset.failed);
    bar.hidden = true;
    button.disabled = false;
  }
  async function ask() {
    const answer = await fetch(`/add/${word}`).catch(() => null);
    if (!answer?.ok || !busy) return;
    const { stage, done, total } = await answer.json();
    if (stage && busy) tell(place.dataset[stage] ?? place.dataset.annotate, done, total);
  }

  if (size > Number(place.dataset.most)) { // a desk that refuses it hangs up before it could say so
    [place.hidden, bar.hidden] = [false, true];
    return tell(place.dataset.large);
  }

  let busy = true;
  let asking;
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "document";
  request.upload.onprogress = ({ loaded, total }) => tell(place.dataset.sending, Math.round(loaded / 1000), Math.round(total / 1000));
  request.upload.onload = () => { asking = setInterval(ask, 1000); };
  request.onloadend = () => {
    busy = false;
    clearInterval(asking);
    const main = request.response?.querySelector("main");
    if (!main) return failed();
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.querySelector("main [role=status], main h1").scrollIntoView();
  };
  button.disabled = true;
  [place.hidden, bar.hidden] = [false, false];
  tell(place.dataset.sending);
  request.send(sent);
});
