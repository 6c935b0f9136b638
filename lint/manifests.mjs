// Checks the manifests of a folder against the schemas of Kubernetes and CloudNativePG: node manifests.mjs <folder>
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseAllDocuments} from 'yaml';

// Read by kustomize and by nobody else.
const NO_RESOURCE = 'kustomization.yaml';

async function modelOf({apiVersion, kind}) {
  const schemas = apiVersion.startsWith('postgresql.cnpg.io/') ? '@kubernetes-models/cloudnative-pg' : 'kubernetes-models';
  const models = await import(`${schemas}/${apiVersion}`);
  return models[kind];
}

const folder = process.argv[2];
const files = readdirSync(folder).filter(name => name.endsWith('.yaml') && name !== NO_RESOURCE);
const manifests = files.flatMap(file =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8'), {merge: true}).map(document => ({file, manifest: document.toJS()}))
);
let problems = manifests.length ? 0 : 1;
for (const {file, manifest} of manifests) {
  try {
    const Model = await modelOf(manifest);
    new Model(manifest).validate();
  } catch (problem) {
    problems += 1;
    console.error(`${file}, ${manifest.kind} ${manifest.metadata?.name}: ${problem.message}`);
  }
}
process.exitCode = problems ? 1 : 0;
