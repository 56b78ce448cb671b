/* What a page can do with a script: filter its entries, show what a link or the search has led to, and who comes back
   what was open. Without it everything is there, only not sorted out. */

/* The filter. What is chosen stands in the address, so that it can be linked to. */
(() => {
  const form = document.querySelector(".filter")
  if (!form) return
  const count = document.querySelector(".filter__shown")
  const none = document.querySelector(".filter__none")
  const noun = document.querySelector(".filter__noun").textContent
  const entries = [...document.querySelectorAll(".filtered")]
  const parts = [...document.querySelectorAll("section")].filter(part => part.querySelector(".filtered"))
  const choices = [...form.querySelectorAll("select")]

  const show = () => {
    const wanted = choices.filter(one => one.value)
    const fits = entry => wanted.every(one => entry.dataset[one.name].split(" ").includes(one.value))
    for (const entry of entries) entry.hidden = !fits(entry)
    for (const part of parts) part.hidden = !part.contains(form) && !part.querySelector(".filtered:not([hidden])")
    const shown = entries.filter(entry => !entry.hidden).length
    count.textContent = shown ? `${shown} of ${entries.length} ${noun}` : "Nothing matches"
    none.hidden = shown > 0
  }

  const words = one => (one.value ? one.selectedOptions[0].textContent : "")
  const keep = () => {
    const chosen = new URLSearchParams(choices.filter(words).map(one => [one.name, words(one)]))
    history.replaceState(history.state, "", chosen.size ? `#${chosen}` : location.pathname)
  }

  const chosen = new URLSearchParams(location.hash.slice(1))
  for (const one of choices) {
    const found = [...one.options].find(option => option.textContent === chosen.get(one.name))
    if (found) one.value = found.value
  }
  form.hidden = false
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("change", () => { show(); keep() })
  form.addEventListener("reset", () => setTimeout(() => { show(); keep() }))
  show()
})();

/* Of the line that an address leads to, the passage is opened. The search knows the heading alone: it is told what
   was searched for, and the page leads on to the line of that part which has most of the words. */
(() => {
  const ITEMS = ".fact, .quote, .timeline__item, .question, .used__item"

  /* What the address leads to; one that is cut off in the midst of a sign (#%) leads nowhere. */
  const led = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))) } catch { return null }
  }

  const open = () => {
    const target = led()
    const passage = target?.closest(ITEMS)?.querySelector(".passage")
    if (passage) passage.open = true
    let fold = target?.closest(".fold:not([open])")
    for (; fold; fold = fold.closest(".fold:not([open])")) fold.open = true, target.scrollIntoView()
  }

  const find = () => {
    const words = new URLSearchParams(location.search).get("h")?.toLowerCase().match(/[\p{L}\p{N}]+/gu)
    if (!words) return
    const heading = led()
    const part = heading?.closest("section") ?? document.querySelector("main")
    let most = 0
    let best
    for (const item of part.querySelectorAll(ITEMS)) {
      const text = item.textContent.toLowerCase()
      const found = words.filter(word => text.includes(word)).length
      if (found > most) [most, best] = [found, item]
    }
    const anchor = best?.id || best?.querySelector("[id]")?.id
    if (anchor) location.replace(`#${anchor}`)
  }

  document.addEventListener("click", event => {
    const result = event.target.closest?.(".md-search-result__link")
    const searched = document.querySelector("[data-md-component=search-query]")?.value
    if (result && searched) result.search = `?h=${encodeURIComponent(searched)}`
  }, true)

  /* Who comes back finds open what was open: the entry in the browser's history keeps which. */
  const folds = [...document.querySelectorAll("main details")]
  const keep = () => history.replaceState({opened: folds.flatMap((one, n) => (one.open ? [n] : []))}, "")
  const opened = history.state?.opened
  if (opened) folds.forEach((one, n) => { one.open = opened.includes(n) })
  else find(), open()
  addEventListener("toggle", keep, true)
  addEventListener("hashchange", () => { open(); keep() })
})();
