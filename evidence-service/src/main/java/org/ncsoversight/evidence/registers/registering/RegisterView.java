package org.ncsoversight.evidence.registers.registering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.registers.model.Shown;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.springframework.http.HttpStatus;

/**
 * A provider's register as one caller may see it.
 *
 * @param columns without those that may name a person, unless the caller is of the provider
 * @param mayEdit whether the caller keeps it
 */
public record RegisterView(Register register, ProviderId provider, List<Column> columns, boolean mayEdit) {

    public static RegisterView of(Register register, ProviderId provider, Caller caller) {
        boolean own = caller.person().belongsTo(provider);
        return new RegisterView(
                register,
                provider,
                register.columns().stream()
                        .filter(column -> own || !column.personal())
                        .toList(),
                own && caller.may(Capability.DRAFT));
    }

    public static Register register(String code) {
        return Registers.find(code)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no register " + code));
    }

    /** By column code, in the order of the columns. */
    public Map<String, String> visible(Cells cells) {
        var shown = new LinkedHashMap<String, String>();
        columns.stream()
                .filter(column -> cells.has(column.code()))
                .forEach(column -> shown.put(column.code(), cells.text(column.code())));
        return shown;
    }

    public List<RowChange.CellChange> visible(RowChange change) {
        return change.cells().stream()
                .filter(cell ->
                        columns.stream().anyMatch(column -> column.code().equals(cell.column())))
                .toList();
    }

    public String shown(Column column, String kept) {
        return Shown.cell(column, kept);
    }

    public String path() {
        return "/evidence/registers/" + register.code();
    }
}
