package org.bihuan.notification.domain;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.Companies;
import org.bihuan.company.CompanyId;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Language;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Puts messages into words. The link of a matter is a secret that no row holds, so it is asked for each time. */
@ApplicationScoped
class Letters {
    /** A longer list says how many more there are. */
    private static final int MOST_ITEMS = 100;

    private final MessageRepository messages;
    private final WorkOrders workOrders;
    private final Companies companies;
    private final CurrentTenant tenant;

    Letters(MessageRepository messages, WorkOrders workOrders, Companies companies, CurrentTenant tenant) {
        this.messages = messages;
        this.workOrders = workOrders;
        this.companies = companies;
        this.tenant = tenant;
    }

    /** For its reader, with all that belongs to it. */
    Page page(Message message) {
        return page(message, message.language(), link(message), items(message));
    }

    /** Only what it says. */
    Page words(Message message, Language language) {
        return page(message, language, "", List.of());
    }

    /** One line with the link, for ways on which every character counts. */
    String shortText(Message message) {
        Page page = words(message, message.language());
        String link = link(message);
        String text = oneLine(page.paragraphs().getFirst());
        return link.isEmpty() ? text : text + " " + link;
    }

    private String link(Message message) {
        UUID order = message.workOrderId();
        if (order == null || !message.kind().isForOwners()) {
            return "";
        }
        String url = workOrders.prospect(new WorkOrderId(order)).trackingUrl();
        return url == null ? "" : url;
    }

    private List<String> items(Message message) {
        if (message.kind() != MessageKind.DIGEST) {
            return List.of();
        }
        return messages.inDigest(message.id()).stream()
                .limit(MOST_ITEMS)
                .map(item -> words(item, message.language()).subject())
                .toList();
    }

    private Page page(Message message, Language language, String link, List<String> items) {
        String company = oneLine(companies.name(new CompanyId(tenant.id())));
        List<String> lines = template(letter(message, language, company), language)
                .render()
                .strip()
                .lines()
                .toList();
        String body = String.join("\n", lines.subList(1, lines.size()));
        return new Page(
                language.tag(),
                oneLine(lines.getFirst()),
                Arrays.stream(body.split("\n\\s*\n", -1))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .collect(Collectors.toList()),
                items,
                link,
                link.isEmpty() ? "" : language.say("message.link", List.of()),
                company);
    }

    private static TemplateInstance template(Letter letter, Language language) {
        return switch (language) {
            case ZH_CN -> letter.kind().isForOwners() ? MailTemplates.ownerZh(letter) : MailTemplates.staffZh(letter);
            case EN -> letter.kind().isForOwners() ? MailTemplates.ownerEn(letter) : MailTemplates.staffEn(letter);
        };
    }

    private static Letter letter(Message message, Language language, String company) {
        Facts facts = message.facts();
        ZoneId zone = facts.zone();
        String name = message.recipientName();
        return new Letter(
                message.kind(),
                name == null ? "" : oneLine(name),
                company,
                facts.text(Fact.NUMBER),
                say(language, "matter.", facts.text(Fact.MATTER)),
                say(language, "priority.", facts.text(Fact.PRIORITY)),
                oneLine(facts.text(Fact.PLACE)),
                oneLine(facts.text(Fact.DESCRIPTION)),
                oneLine(facts.text(Fact.PERSON)),
                facts.text(Fact.CODE),
                because(message.kind(), language, facts.text(Fact.CODE)),
                facts.number(Fact.AMOUNT),
                time(facts.instant(Fact.FROM), zone, language),
                time(facts.instant(Fact.UNTIL), zone, language),
                facts.text(Fact.WORDS).strip());
    }

    private static String because(MessageKind kind, Language language, String code) {
        return switch (kind) {
            case WAITING -> say(language, "hold.", code);
            case WARNED, BREACHED, ESCALATED -> say(language, "clock.", code);
            default -> "";
        };
    }

    private static String say(Language language, String prefix, String code) {
        return code.isEmpty() ? "" : language.say(prefix + code, List.of());
    }

    private static String time(@Nullable Instant at, @Nullable ZoneId zone, Language language) {
        if (at == null || zone == null) {
            return "";
        }
        String pattern = switch (language) {
            case ZH_CN -> "M月d日 HH:mm";
            case EN -> "d MMMM, HH:mm";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(zone)
                .format(at);
    }

    /** Whatever it was: a line that ends in the midst of a subject could begin a header. */
    static String oneLine(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) || isLineEnd(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isLineEnd(int character) {
        int type = Character.getType(character);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
