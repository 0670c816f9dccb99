/** A sheet of the element's own, which no policy of the page around it forbids as it would a `<style>`. */
export function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
