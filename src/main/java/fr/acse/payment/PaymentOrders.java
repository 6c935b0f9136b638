package fr.acse.payment;

import fr.acse.codes.CaseReference;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface PaymentOrders extends CrudRepository<PaymentOrder, UUID> {

    /** Reads the waiting orders, the oldest first, and locks them: no other run takes these orders until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from PaymentOrder o where o.state = fr.acse.payment.PaymentOrder$State.WAITING"
            + " order by o.orderedAt, o.id")
    List<PaymentOrder> lockWaiting();

    List<PaymentOrder> findByState(PaymentOrder.State state);

    List<PaymentOrder> findByRunOrderByLine(CaseReference run);

    Optional<PaymentOrder> findByRunAndLine(CaseReference run, int line);

    Optional<PaymentOrder> findFirstByClaimAndBankReasonNotNullOrderByOrderedAtDesc(UUID claim);

    Optional<PaymentOrder> findFirstByAllowanceAndBankReasonNotNullOrderByOrderedAtDesc(UUID allowance);

    Optional<PaymentOrder> findFirstByClaimOrderByOrderedAtDesc(UUID claim);

    Optional<PaymentOrder> findFirstByAllowanceOrderByOrderedAtDesc(UUID allowance);

    boolean existsByAllowanceAndStateIn(UUID allowance, Set<PaymentOrder.State> states);

    Optional<PaymentOrder> findByClaimAndState(UUID claim, PaymentOrder.State state);
}
