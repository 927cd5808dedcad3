package org.anamnesis.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the trail; its row is the lock that keeps writers in line on all nodes. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    static final int ONLY_ROW = 1;
    static final String START = "0".repeat(64);

    @Id
    @Column(name = "only_row")
    int onlyRow = ONLY_ROW;

    long place;

    String hash = START;
}
