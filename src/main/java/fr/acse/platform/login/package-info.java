/** How a person proves who she is: passwords, second factors, devices, sessions, tokens of the Modeler. */
package fr.acse.platform.login;
