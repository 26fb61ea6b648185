import type { Rule } from '#core/predictions/fit-rule.ts';
import type { BackendReceipt, Metrics, ModelVersion } from '#core/predictions/model-version.ts';
import { Table } from '#ui/lists/table.tsx';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { useColumnName } from './column-names.ts';
import { LossHistory } from './loss-history.tsx';
import { sayAnswer } from './say-answer.ts';
import { SurenessTable } from './sureness-table.tsx';

const figureKeys = ['accuracy', 'auc', 'logLoss', 'ece', 'lift'] as const;
const figureOf = (metrics: Metrics, key: (typeof figureKeys)[number]) =>
  key === 'lift' ? metrics.lift10 : metrics[key];

/** Every figure of network, simple model and base rate on the rows set aside. */
function FiguresTable({ heldOut }: Pick<ModelVersion, 'heldOut'>) {
  const { words, format } = useWords();
  const own = words.predictions;
  const models = [
    { id: 'ensemble', name: own.ensemble, metrics: heldOut.ensemble },
    { id: 'reference', name: own.kinds.reference, metrics: heldOut.reference },
    { id: 'network', name: own.network, metrics: heldOut.network },
    { id: 'trees', name: own.trees, metrics: heldOut.trees },
    { id: 'logistic', name: own.simple, metrics: heldOut.logistic },
    { id: 'rule', name: own.rule, metrics: heldOut.rule },
    { id: 'base-rate', name: own.guess, metrics: heldOut.baseRate },
  ].flatMap(({ metrics, ...rest }) => (metrics === undefined ? [] : [{ ...rest, metrics }]));
  return (
    <Table
      label={own.figures}
      columns={[
        { id: 'figure', name: own.figure, cell: (key) => own[key] },
        ...models.map(({ id, name, metrics }) => ({
          id,
          name,
          isNumber: true,
          cell: (key: (typeof figureKeys)[number]) => format.decimals(figureOf(metrics, key)),
        })),
      ]}
      rows={figureKeys}
      rowKey={(key) => key}
    />
  );
}

function BackendWords({ backend }: { readonly backend: BackendReceipt }) {
  const { words, format } = useWords();
  const own = words.predictions;
  if (backend.why === 'no-network') return own.backendWhy['no-network'];
  const steps = Object.entries(backend.stepMs ?? {}).map(([name, ms]) => {
    const known = own.backends[name as keyof typeof own.backends] ?? name;
    return ms === null
      ? own.stepFailed(known)
      : own.step(known, `${format.number(Math.round(ms * 10) / 10)} ms`);
  });
  return [
    `${own.backends[backend.name]} (${own.backendWhy[backend.why]})`,
    ...(steps.length > 1 ? steps : []),
  ].join('; ');
}

/** The best rule of one column, as one would say it, and how often it is so on either side. */
function RuleWords({ rule: { column, picks, rateIn, rateOut } }: { readonly rule: Rule }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const name = useColumnName()(column);
  const sayThan = (than: number, isDay: boolean) =>
    isDay ? format.dayNumber(Math.ceil(than)) : format.number(than);
  const picked =
    picks.test === 'is'
      ? own.rulePicks.is(name, picks.value === '' ? own.empty : sayAnswer(picks.value, words))
      : own.rulePicks[picks.test](name, sayThan(picks.than, picks.isDay));
  return own.ruleSays(picked, format.share(rateIn), format.share(rateOut));
}

/** For those who want to check: figures, how it was trained, from which columns. */
export function ModelDetails({ model }: { readonly model: ModelVersion }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const nameOf = useColumnName();
  const { recipe, data, rule, quality } = model;
  // The default way stops by itself: its rounds are those it went.
  const rounds = Math.max(model.epochs, model.history.length);
  return (
    <Card>
      <Details title={own.details}>
        <h3>{own.figures}</h3>
        <FiguresTable heldOut={model.heldOut} />
        {quality !== undefined && <SurenessTable quality={quality} />}
        <LossHistory label={own.loss} history={model.history} rounds={rounds} />
        <Facts
          facts={[
            ...(rule === undefined ? [] : [{ name: own.rule, value: <RuleWords rule={rule} /> }]),
            ...(quality?.trainAuc === undefined
              ? []
              : [{ name: own.ownAuc, value: format.decimals(quality.trainAuc) }]),
            { name: own.trainedOn, value: format.instant(model.createdAt) },
            { name: own.took, value: format.duration(model.trainingMs) },
            { name: own.backend, value: <BackendWords backend={model.backend} /> },
            { name: own.seed, value: String(model.seed) },
            ...(rounds > 0 ? [{ name: own.rounds, value: String(rounds) }] : []),
            {
              name: model.fromOrders ? words.orderQuestions.answers : own.labelled,
              value: format.number(data.labelled),
            },
            { name: own.unlabelled, value: format.number(data.unlabelled) },
            { name: own.notFinite, value: format.number(data.notFinite) },
            {
              name: own.columnsUsed,
              value: format.list(recipe.columns.map(({ name }) => nameOf(name))),
            },
          ]}
        />
        <h3>{own.columnsLeft}</h3>
        <Table
          label={own.columnsLeft}
          columns={[
            { id: 'column', name: own.column, cell: ({ column }) => nameOf(column) },
            { id: 'why', name: own.why, cell: ({ why }) => own.left[why] },
          ]}
          rows={recipe.left}
          rowKey={({ column }) => column}
        />
      </Details>
    </Card>
  );
}
