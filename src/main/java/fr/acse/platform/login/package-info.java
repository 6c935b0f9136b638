/** Authentication: passwords, second factors, devices, sessions, tokens of the Modeler. */
package fr.acse.platform.login;
