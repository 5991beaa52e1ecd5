// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerOrderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<JsonNode> list(String text) throws Exception {
        List<JsonNode> nodes = new ArrayList<>();
        JSON.readTree(text.replace('\'', '"')).forEach(nodes::add);
        return nodes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'text':'a'},{'text':'b'}] | [{'text':'a'},{'text':'b'}] | true",
                "[{'text':'a'},{'text':'b'}] | [{'text':'b'},{'text':'a'}] | false",
                "[{'text':'a'},{'text':'b'},{'text':'c'}] | [{'text':'a'},{'text':'c'},{'text':'b'}] | false",
                // deals are sent nested and told flat
                "[{'opportunity':{'name':'a','deal_size':1}},{'opportunity':{'name':'a','deal_size':2}}] | [{'name':'a','deal_size':2.0},{'name':'a','deal_size':1.0}] | false",
                "[{'opportunity':{'name':'a','deal_size':1}},{'opportunity':{'name':'a','deal_size':2}}] | [{'name':'a','deal_size':1.0},{'name':'a','deal_size':2.0}] | true",
                // an API that writes values its own way says nothing about the order
                "[{'at':'2026-10-01T12:00:00Z'},{'at':'2026-10-02T12:00:00Z'}] | [{'at':'2026-10-01T12:00:00.000Z'},{'at':'2026-10-02T12:00:00.000Z'}] | true",
                "[{'stage':'lead'},{'stage':'Lead'}] | [{'stage':'Lead'},{'stage':'Lead'}] | true",
                // a default of the API is no other row's value
                "[{'text':'a'},{'text':'b','type':'CALL'}] | [{'text':'a','type':'CALL'},{'text':'b','type':'CALL'}] | true",
                "[{'tags':['x']},{'tags':['y']}] | [{'tags':['y']},{'tags':['x']}] | false",
                "[{'text':'a'},{'text':'b'}] | [{'id':'1'},{'id':'2'}] | true"
            })
    void aValueOfAnotherRowSpeaksAgainstAPlace(String sent, String told, boolean fits) throws Exception {
        assertThat(AnswerOrder.fits(list(told), list(sent))).isEqualTo(fits);
    }
}
