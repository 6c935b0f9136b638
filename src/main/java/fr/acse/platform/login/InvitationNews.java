package fr.acse.platform.login;

import fr.acse.codes.Login;

/** Sends a person the link for setting a password. */
public interface InvitationNews {

    /** This method is called in the transaction after which the person may get the link. */
    void invited(Login login);

    /** This method is called when an invitation is withdrawn. If the mail has not been sent yet, the mail is not sent. */
    void withdrawn(Login login);
}
