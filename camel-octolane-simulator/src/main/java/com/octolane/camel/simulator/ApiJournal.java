// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.simulator;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.InMemoryRequestJournalStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.UUID;

/** WireMock's own stores, with a journal that an open board neither fills nor pushes calls out of. */
final class ApiJournal extends DefaultStores {

    private final RequestJournalStore journal = new InMemoryRequestJournalStore() {
        @Override
        public void add(ServeEvent event) {
            if (isOfTheApi(event)) {
                super.add(event);
            }
        }

        @Override
        public void put(UUID id, ServeEvent event) {
            if (isOfTheApi(event)) {
                super.put(id, event);
            }
        }
    };

    ApiJournal(FileSource files) {
        super(files);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }

    private static boolean isOfTheApi(ServeEvent event) {
        return !Board.owns(Board.path(event.getRequest().getUrl()));
    }
}
