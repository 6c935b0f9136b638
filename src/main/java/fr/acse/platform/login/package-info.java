/** Authentication: passwords, second factors, known devices, sessions, and deployment tokens for the Camunda Modeler. */
package fr.acse.platform.login;
