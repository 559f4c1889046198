// The bill of materials: one file of CycloneDX from an order, held to its schema.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

const { modules, file, time, main, parts } = JSON.parse(process.argv[1]);
const { Contrib, Enums, Models, Serialize, Spec, Validation } = require(join(modules, "@cyclonedx/cyclonedx-library"));
const { PackageURL } = require(join(modules, "packageurl-js"));
const parse = require(join(modules, "spdx-expression-parse"));

const licences = new Contrib.License.Factories.LicenseFactory(parse);

/** @param {{ kind: string, name: string, version: string, licence: string, description?: string, repository?: string }} part */
function component({ kind, name, version, licence, description, repository }) {
  const purl = new PackageURL(kind, undefined, name, version).toString();
  const made = new Models.Component(Enums.ComponentType.Library, name, { bomRef: purl, version, purl, description: description || undefined });
  made.licenses.add(licences.makeFromString(licence));
  if (repository) {
    made.externalReferences.add(new Models.ExternalReference(repository, Enums.ExternalReferenceType.VCS));
  }
  return made;
}

async function write() {
  const root = component(main);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ timestamp: new Date(time), component: root }) });
  for (const part of parts) {
    const made = component(part);
    bom.components.add(made);
    root.dependencies.add(made.bomRef);
  }
  const { JSON: Json } = Serialize;
  const text = new Serialize.JsonSerializer(new Json.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, { sortLists: true, space: 2 });
  const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (wrong) {
    throw new Error(`it does not fit the schema of CycloneDX 1.6: ${JSON.stringify(wrong)}`);
  }
  writeFileSync(file, `${text}\n`);
  console.log(`${parts.length} parts; it fits the schema of CycloneDX 1.6`);
}

write().catch((error) => {
  console.error(`the bill of materials cannot be written: ${error.message}`);
  process.exitCode = 1;
});
