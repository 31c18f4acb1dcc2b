// Reads a SMART Health Link with a published client that is none of ours, and prints what came of it.
// Arguments: the client's module, then JSON with `link`, `passcode` and `most` (embeddedLengthMax).

const [, , module, asked] = process.argv;
const { SHLViewer } = await import(module);
const { link, passcode, most } = JSON.parse(asked);
try {
  const viewer = new SHLViewer({ shlinkURI: link });
  const told = await viewer.resolveSHL({ recipient: "Dr. Eva Lind", passcode, embeddedLengthMax: most });
  console.log(JSON.stringify({ label: viewer.shl.label, resources: told.fhirResources }));
} catch (fault) {
  console.log(JSON.stringify({ fault: fault.constructor.name, says: fault.message }));
}
