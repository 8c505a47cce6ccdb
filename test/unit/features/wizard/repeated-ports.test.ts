import { describe, expect, test } from 'vitest';
import { requirements } from '../../../../src/requirements/requirements';
import { requirementName, requirementShortName } from '../../../../src/wording/requirement-text';
import { isStatedIn, subjectUnder } from '../../../../src/wording/subject-text';
import { messagesIn } from '../../../support/messages-in';
import { denyAllSubnet, isShown, openWizardInOneGroup } from './open-wizard';

const portsIn = (text: string): readonly string[] => text.match(/\b\d+(?:-\d+)?\b/g) ?? [];

describe.each(['en', 'fr'])('in %s', (language) => {
  const say = messagesIn(language);

  test('a title with protocol and ports never gets them again, and another one gets them', () => {
    const flows = requirements.flatMap(({ id, profiles: { current } }) =>
      current?.what.is === 'flows' ? current.what.flows.map((flow) => ({ id, ...flow })) : [],
    );
    expect(flows.length).toBeGreaterThan(20);
    for (const { id, protocol, ports } of flows) {
      const subject = { direction: 'Outbound', protocol, ports: ports.join(', '), remote: '' } as const;
      for (const title of [requirementName(say, id), requirementShortName(say, id)]) {
        const under = subjectUnder(say, title, subject);
        expect({ title, under, isStated: under === '' }).toEqual({
          ...{ title, under },
          isStated: ports.length > 0 && isStatedIn(title, subject),
        });
        const isRepeated =
          portsIn(under).length > 0 && portsIn(under).every((one) => portsIn(title).includes(one));
        expect({ title, under, isRepeated }).toEqual({ title, under, isRepeated: false });
      }
    }
  });

  test('no line of the wizard repeats the ports of its title', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet, { language });
    const { review, readiness } = w.page;
    if (!review?.picture || !readiness) throw new Error('Nothing is shown');
    const lines = [
      ...review.flows.map(({ flow, subject }) => [flow, subject ?? '']),
      ...review.picture.flows.map(({ name, subject }) => [name, subject]),
      ...readiness.groups.flatMap(({ rows }) =>
        rows.map(({ name, rest }) => [name, / · ([^·]+)$/.exec(rest)?.[1] ?? '']),
      ),
    ];
    await w.call.previewFix({ ids: review.fixIds });
    await w.until('the preview', (p) => isShown(p.preview));
    const previewed = w.page.preview?.flows.map(({ name, what }) => [name, what]) ?? [];
    expect(Math.min(lines.length, previewed.length)).toBeGreaterThan(2);
    const all = [...lines, ...previewed];
    for (const [title = '', text = ''] of all) {
      expect({ title, text, repeats: portsIn(text).some((port) => portsIn(title).includes(port)) }).toEqual({
        ...{ title, text },
        repeats: false,
      });
    }
  });
});
