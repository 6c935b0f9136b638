package fr.acse.payment;

import fr.acse.codes.CaseReference;
import org.springframework.data.repository.CrudRepository;

interface PaymentRuns extends CrudRepository<PaymentRun, CaseReference> {}
