/* digest-page: javascripts/digest.js */
/* Copies the address of an entry when its mark is clicked. Without this the mark is a link all the same. */

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.('.digest-mark a[href^="#"]');
  if (mark && navigator.clipboard) {
    // The theme's own way to say something in passing; other themes say nothing.
    navigator.clipboard.writeText(mark.href).then(() => window.alert$?.next("Link copied"), () => {});
  }
});
