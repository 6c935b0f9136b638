package fr.acse.platform.login;

import fr.acse.codes.Login;

/** Sends a person the link by which she sets her own password. */
public interface InvitationNews {

    /** Called in the transaction after which she may get the link. */
    void invited(Login login);

    /** The invitation is withdrawn: a mail that is not sent yet is not sent. */
    void withdrawn(Login login);
}
