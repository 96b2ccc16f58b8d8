import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Link } from 'wouter'
import { m } from '../../messages/compiled/messages.js'
import { buttonClass } from '../../ui/Button.tsx'
import forms from '../forms.module.css'
import { preparationSteps } from './steps.ts'

/** The first step that still asks something. Every step can be done in any order: this is only the first. */
export function NextStep({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const next = preparationSteps.find((step) => step.state(view).mark !== 'done')
  return (
    <section className={forms['card']}>
      <h2>{m.pr_next()}</h2>
      {next === undefined ? (
        <p>{m.pr_all_done()}</p>
      ) : (
        <>
          <p>
            {next.title()}. {next.state(view).note}.
          </p>
          <div>
            <Link href={`${home}/${next.id}`} className={buttonClass('primary')}>
              {m.pr_go({ stap: next.title() })}
            </Link>
          </div>
        </>
      )}
    </section>
  )
}
