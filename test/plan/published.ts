/** The published work plan, word for word: id, date in EDTF, date as published, text. */
export const publishedMilestones: readonly (readonly [id: string, edtf: string, published: string, text: string])[] = [
  [
    'm1',
    '2021-11',
    'November 2021',
    'Submission of IS3C report to the UN IGF in Katowice with inputs from the three Working Groups, including progress report and initial draft recommendations for consultation.',
  ],
  [
    'm2',
    '2021-12',
    'December 2021',
    'Discussion of proposed outcomes during the IS3C session at the UN IGF in Katowice. Conclusions and next steps included in the summary of UN IGF outcomes and disseminated to all national and regional IGFs, relevant institutions, IGPs and NGOs. The IGF session will also review the working group structure in line with agreement of the workplan’s next steps in 2022.',
  ],
  ['m3', '2022-01', 'January 2022', 'Progress report provided at open consultation meeting of IGF’s Multi-stakeholder Advisory Group.'],
  [
    'm4',
    '2022-02/2022-05',
    'February-May 2022',
    'Finalisation of implementation and deployment strategies in consultation with key stakeholders including government administrations, parliamentarians and private sector decision-takers.',
  ],
  ['m5', '2022-06', 'June 2022', 'Progress Report submitted to open consultation meeting of IGF’s Multi-stakeholder Advisory Group.'],
  [
    'm6',
    '2022-09',
    'September 2022',
    'IS3C members meet to take decision on whether to undertake a further phase of follow-up work in 2022-23 or to dissolve the coalition after the 2022 IGF.',
  ],
  ['m7', '[2022-11,2022-12]', 'November/December 2022', 'IS3C submits its second report to the IGF in Addis Ababa.'],
  ['m8', '2023-01', 'January 2023', 'Progress or final report provided at open consultation meeting of IGF’s Multi-stakeholder Advisory Group.'],
];

export const publishedTopics: readonly { readonly id: string; readonly text: string }[] = [
  {
    id: 't1',
    text: 'Assessing the value of involving non-technical stakeholders in standards development and accreditation processes through i) extending invitations to participate; ii) establishing a liaison system; and iii) providing explanations in non-technical language of why the urgent deployment of finalised and agreed standards is necessary and beneficial.',
  },
  { id: 't2', text: 'Assessing the importance of consumer protection testing.' },
  { id: 't3', text: 'Assessing the need for a fair system of faming, naming and shaming.' },
  {
    id: 't4',
    text: 'Assessing the value of global testing of ICT products and services and a vulnerability reporting modus to ensure their security and safety.',
  },
];
