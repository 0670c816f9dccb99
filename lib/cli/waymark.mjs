/** Only this file may meet an old Node, so it is plain JavaScript and looks before it imports anything. */
const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Waymark needs Node ${OLDEST.join(".")} or newer and this is ${process.versions.node}: run it through npm (npm start, npm run waymark), which brings its own.`,
  );
  process.exitCode = 1;
} else {
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
}
