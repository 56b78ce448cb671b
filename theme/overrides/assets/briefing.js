/* The filter of the page of all lines. What is chosen stands in the address, so that it can be linked to. */
(() => {
  const form = document.querySelector(".filter")
  if (!form) return
  const count = document.querySelector(".filter__count")
  const lines = [...document.querySelectorAll(".lines__one")]
  const choices = [...form.querySelectorAll("select")]

  const show = () => {
    const wanted = choices.filter(one => one.value)
    const fits = line => wanted.every(one => line.dataset[one.name].split(" ").includes(one.value))
    let shown = 0
    for (const line of lines) {
      line.hidden = !fits(line)
      shown += line.hidden ? 0 : 1
    }
    count.textContent = `${shown} of ${lines.length} lines`
  }

  const words = one => (one.value ? one.selectedOptions[0].textContent : "")
  const keep = () => {
    const chosen = new URLSearchParams(choices.filter(words).map(one => [one.name, words(one)]))
    history.replaceState(null, "", chosen.size ? `#${chosen}` : location.pathname)
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
})()
