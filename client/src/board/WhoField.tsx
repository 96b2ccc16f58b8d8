import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { AgreementPeople } from '@kringplan/shared/plan/schema'
import { useMaker } from '../ideas/useMaker.ts'
import { PeopleInput, type PeopleInputProps } from './PeopleInput.tsx'
import { questionOf } from './steps.ts'

export interface WhoFieldProps extends Pick<
  PeopleInputProps,
  'id' | 'label' | 'onNext' | 'onLeave' | 'onTab'
> {
  readonly field: AgreementPeople
  readonly agreement: Agreement
}

/** Who does it, and who talk together when it does not work out. */
export function WhoField({ field, agreement, ...rest }: WhoFieldProps) {
  const isWho = field === 'who'
  const maker = useMaker(agreement, isWho)
  return (
    <PeopleInput
      {...rest}
      field={field}
      chosen={agreement[field]}
      question={questionOf(field)}
      words={isWho ? agreement.what : ''}
      maker={maker}
    />
  )
}
