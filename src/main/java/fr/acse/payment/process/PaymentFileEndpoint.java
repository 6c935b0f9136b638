package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.RunFiles;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sends the payment file of a run to a user of finance. */
@RestController
record PaymentFileEndpoint(
        RunFiles files, DirectoryService directory, CurrentPerson person, TransactionTemplate transaction) {

    @GetMapping("/camunda/api/acse/payment-runs/{reference}")
    ResponseEntity<byte[]> file(@PathVariable("reference") String typed) {
        CaseReference reference = CaseReference.parse(typed).orElseThrow(() -> new Refusal("noPaymentFile", typed));
        Login login = person.login();
        return transaction.execute(status -> {
            if (!directory.isIn(login, "finance")) {
                throw new Refusal("notYourStep");
            }
            return answer(reference, files.file(reference, login));
        });
    }

    private static ResponseEntity<byte[]> answer(CaseReference reference, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reference + ".xml")
                                .build()
                                .toString())
                .body(file);
    }
}
