package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.EmergencyHousing;
import fr.acse.placement.RequestService;
import fr.acse.platform.form.FormData;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The service that takes over if the answer is emergency housing. */
@Component
record EmergencyHousingData(RequestService requests, EmergencyHousing services) implements FormData {

    @Override
    public Set<String> names() {
        return Set.of("emergencyHousing");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        String department = requests.latestRequest(reference).emergencyDepartment();
        return department == null ? List.of() : List.of(services.of(department));
    }
}
