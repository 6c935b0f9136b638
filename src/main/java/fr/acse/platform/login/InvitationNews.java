package fr.acse.platform.login;

import fr.acse.codes.Login;

/** How somebody gets the link by which she sets her own password. */
public interface InvitationNews {

    /** Called in the transaction from which on she may have it. */
    void invited(Login login);

    /** It does not hold any more: what is not sent yet is not sent. */
    void withdrawn(Login login);
}
