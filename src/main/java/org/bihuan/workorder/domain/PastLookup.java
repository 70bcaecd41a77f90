package org.bihuan.workorder.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.Accounts;
import org.bihuan.company.EstateDirectory;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Rejections;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

/** Finds what the lines of one file name, each name once. */
final class PastLookup {
    private final Estate estate;
    private final EstateDirectory directory;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final UUID community;
    private final Rejections rejected;
    private final Map<String, Optional<Catalogue.Category>> categories = new HashMap<>();
    private final Map<String, Optional<Estate.Unit>> units = new HashMap<>();
    private final Map<String, List<Estate.Resident>> residents = new HashMap<>();
    private final Map<String, Optional<Accounts.Person>> people = new HashMap<>();

    PastLookup(
            Estate estate,
            EstateDirectory directory,
            Catalogue catalogue,
            Accounts accounts,
            UUID community,
            Rejections rejected) {
        this.estate = estate;
        this.directory = directory;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.community = community;
        this.rejected = rejected;
    }

    /** What was not found is told, and left out. */
    PastOrder find(PastRow row) {
        PastRow.About about = row.about();
        Catalogue.Category category = category(row);
        Estate.Unit unit = unit(row);
        Priority usual = category == null ? Priority.NORMAL : Priority.valueOf(category.defaultPriority());
        return new PastOrder(
                row,
                community,
                about.priority() == null ? usual : about.priority(),
                category == null ? null : category.id(),
                unit == null
                        ? new Spot(null, null, null, about.position())
                        : new Spot(unit.id(), unit.buildingId(), unit.code(), about.position()),
                new Contact(resident(about), about.reporterName(), about.phone()),
                worker(row));
    }

    private Catalogue.@Nullable Category category(PastRow row) {
        String code = row.about().category();
        if (code == null) {
            return null;
        }
        Optional<Catalogue.Category> category = categories.computeIfAbsent(code, catalogue::find);
        if (category.isEmpty()) {
            reject(row, PastColumn.CATEGORY, "UNKNOWN_CATEGORY", code);
        } else if (!category.get().kind().equals(row.about().kind().name())) {
            reject(
                    row,
                    PastColumn.CATEGORY,
                    "CATEGORY_OF_ANOTHER_KIND",
                    category.get().kind());
        }
        return category.orElse(null);
    }

    private Estate.@Nullable Unit unit(PastRow row) {
        String code = row.about().unit();
        if (code == null) {
            return null;
        }
        Optional<Estate.Unit> unit = units.computeIfAbsent(code, typed -> estate.unitByCode(community, typed));
        if (unit.isEmpty()) {
            reject(row, PastColumn.UNIT, "UNKNOWN_UNIT");
        }
        return unit.orElse(null);
    }

    /** Who gave the phone and the name of one of our residents is taken for them. */
    private @Nullable UUID resident(PastRow.About about) {
        if (about.phone() == null || about.reporterName() == null) {
            return null;
        }
        List<UUID> alike = residents.computeIfAbsent(about.phone(), this::residentsByPhone).stream()
                .filter(resident -> resident.name().equals(about.reporterName()))
                .map(Estate.Resident::id)
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    private List<Estate.Resident> residentsByPhone(String phone) {
        return estate.residentsByPhone(phone).stream()
                .filter(resident -> directory.communitiesOf(resident.id()).contains(community))
                .toList();
    }

    private Accounts.@Nullable Person worker(PastRow row) {
        String username = row.worker().username();
        if (username == null) {
            return null;
        }
        Optional<Accounts.Person> person = people.computeIfAbsent(username, this::staff);
        if (person.isEmpty()) {
            reject(row, PastColumn.TECHNICIAN, "UNKNOWN_ACCOUNT");
        }
        return person.orElse(null);
    }

    private Optional<Accounts.Person> staff(String username) {
        return accounts.findByUsername(username)
                .filter(person -> !person.roles().contains(Role.OWNER));
    }

    private void reject(PastRow row, PastColumn column, String code, Object... arguments) {
        rejected.add(row.line(), column.title(), code, arguments);
    }
}
