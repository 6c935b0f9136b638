package fr.acse.payment;

import fr.acse.codes.ShelterCode;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ShelterAccounts extends CrudRepository<ShelterAccount, ShelterCode> {

    /** Locks the account of a shelter: no other transaction confirms it, refuses it or orders a payment to it until this one ends. */
    @Query(
            nativeQuery = true,
            value = "select 1 from pg_advisory_xact_lock(hashtextextended('account|' || :shelter, 0))")
    int lock(String shelter);
}
