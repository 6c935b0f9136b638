package fr.acse.payment;

import fr.acse.codes.ShelterCode;
import org.springframework.data.repository.CrudRepository;

interface ShelterAccounts extends CrudRepository<ShelterAccount, ShelterCode> {}
