// Plugin of Camunda Modeler: copy this folder into its plugins. Our rules then show while a process is drawn.
module.exports = {name: 'Ac.Sé rules', script: './client.js'};
