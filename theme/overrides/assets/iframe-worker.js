/* Search without a server: from file: a browser starts no worker, so a hidden frame does its work. The frame loads
   this file too, and then the worker's own script; nothing is inline, so that a strict policy allows it. */
(() => {
  const here = document.currentScript.src
  if (window.name === "iframe-worker") {
    window.postMessage = data => window.parent.postMessage(data, "*")
    return
  }
  if (location.protocol !== "file:") return

  window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.name = "iframe-worker"
      frame.hidden = true
      document.body.append(frame)
      const inner = frame.contentWindow
      const send = inner.postMessage.bind(inner)
      this.ready = load(inner, here).then(() => load(inner, new URL(url, location).href)).then(() => send)
      this.onmessage = null
      window.addEventListener("message", event => {
        if (event.source !== inner) return
        const told = new MessageEvent("message", { data: event.data })
        this.onmessage?.(told)
        this.dispatchEvent(told)
      })
    }

    postMessage(data) {
      this.ready.then(send => send(data, "*"))
    }
  }

  const load = (inner, address) =>
    new Promise((done, failed) => {
      const script = inner.document.createElement("script")
      script.src = address
      script.onload = done
      script.onerror = failed
      inner.document.head.append(script)
    })
})()
